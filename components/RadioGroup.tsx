/** A choice of one among a few. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type RadioGroupProps<V extends string> = {
  legend: string;
  choices: readonly { value: V; label: ComponentChildren }[];
  chosen: V;
  onChoose: (value: V) => void;
};

export function RadioGroup<V extends string>({ legend, choices, chosen, onChoose }: RadioGroupProps<V>) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {choices.map(({ value, label }) => (
        <label key={value} class="choice">
          <input type="radio" name={name} checked={value === chosen} onChange={() => onChoose(value)} />
          <span>{label}</span>
        </label>
      ))}
    </fieldset>
  );
}
