/** Stands in for WXT's content-script context, which the page script does without; see wxt.config.ts. */
export class ContentScriptContext {}
