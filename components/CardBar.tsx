/** A part of a test's number line, and where the number of the page lies. The words beside it say the same. */
import type { NumberLine, Stretch } from '../content/number-line.ts';

type CardBarProps = { line: NumberLine; stretch: Stretch; kind: 'usual' | 'bound' };

export function CardBar({ line, stretch: { from, to }, kind }: CardBarProps) {
  return (
    <svg class="card-bar" viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">
      <rect class="card-bar-line" y="4" width="100" height="6" />
      <rect class={`card-bar-${kind}`} x={100 * from} y="4" width={100 * Math.max(to - from, 0.01)} height="6" />
      {line.value && <rect class="card-bar-value" x={100 * line.value.at - 0.6} width="1.2" height="14" />}
    </svg>
  );
}
