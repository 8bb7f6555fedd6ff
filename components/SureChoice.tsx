/** What happens to a word that may mean something else where it stands. */
import type { Sure } from '../content/settings.ts';
import { RadioGroup } from './RadioGroup.tsx';
import { useTexts } from './texts.ts';

type SureChoiceProps = { sure: Sure; onChoose: (sure: Sure) => void };

export function SureChoice({ sure, onChoose }: SureChoiceProps) {
  const text = useTexts();
  return (
    <RadioGroup
      legend={text('sureLegend')}
      choices={[
        { value: 'careful', label: text('sureCareful'), about: text('sureCarefulAbout') },
        { value: 'generous', label: text('sureGenerous'), about: text('sureGenerousAbout') },
      ]}
      chosen={sure}
      onChoose={onChoose}
    />
  );
}
