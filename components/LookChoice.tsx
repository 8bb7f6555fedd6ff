/** How marks look, and the chosen look on a sample. */
import type { Look } from '../content/settings.ts';
import { RadioGroup } from './RadioGroup.tsx';
import { lookSample } from './samples.ts';
import { glossaryLanguage, useTexts } from './texts.ts';

type LookChoiceProps = { look: Look; onChoose: (look: Look) => void };

export function LookChoice({ look, onChoose }: LookChoiceProps) {
  const text = useTexts();
  return (
    <>
      <RadioGroup
        legend={text('lookLegend')}
        choices={[
          { value: 'underline', label: text('lookUnderline') },
          { value: 'tint', label: text('lookTint') },
        ]}
        chosen={look}
        onChoose={onChoose}
      />
      <p class="look-sample" lang={glossaryLanguage}>
        {lookSample.map((piece, index) =>
          index % 2 === 0 ? (
            piece
          ) : (
            <span key={piece} class={`sample-mark sample-${look}`}>
              {piece}
            </span>
          ),
        )}
      </p>
    </>
  );
}
