/** The drawn signs of icon buttons. Their buttons carry the name. */

const paths = {
  back: 'M12.5 4.5 7 10l5.5 5.5',
  close: 'm5.5 5.5 9 9m0-9-9 9',
};

export function Icon({ of }: { of: keyof typeof paths }) {
  return (
    <svg class="icon" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
      <path d={paths[of]} fill="none" stroke="currentColor" stroke-width="1.8" stroke-linecap="round" />
    </svg>
  );
}
