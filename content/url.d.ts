/** The one web global that this room uses: every browser, worker and Node has it. */
declare const URL: {
  new (address: string): { readonly protocol: string; readonly hostname: string };
  canParse(address: string): boolean;
};
