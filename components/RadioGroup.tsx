/** A choice of one among a few. */
import type { ComponentChildren } from 'preact';
import { useId } from 'preact/hooks';

type RadioGroupProps<V extends string> = {
  legend: string;
  /** Each with a line that explains it, where it needs one. */
  choices: readonly { value: V; label: ComponentChildren; about?: string }[];
  chosen: V;
  onChoose: (value: V) => void;
};

export function RadioGroup<V extends string>({ legend, choices, chosen, onChoose }: RadioGroupProps<V>) {
  const name = useId();
  return (
    <fieldset class="choices">
      <legend>{legend}</legend>
      {choices.map(({ value, label, about }) => (
        <label key={value} class="choice">
          <input
            type="radio"
            name={name}
            checked={value === chosen}
            aria-labelledby={`${name}-${value}`}
            aria-describedby={about === undefined ? undefined : `${name}-${value}-about`}
            onChange={() => onChoose(value)}
          />
          <span>
            <span id={`${name}-${value}`}>{label}</span>
            {about !== undefined && (
              <span class="choice-about" id={`${name}-${value}-about`}>
                {about}
              </span>
            )}
          </span>
        </label>
      ))}
    </fieldset>
  );
}
