/** Every site except some, or only some. */
import type { Settings } from '../content/settings.ts';
import { RadioGroup } from './RadioGroup.tsx';
import { useTexts } from './texts.ts';

type ModeChoiceProps = { mode: Settings['mode']; onChoose: (mode: Settings['mode']) => void };

export function ModeChoice({ mode, onChoose }: ModeChoiceProps) {
  const text = useTexts();
  return (
    <RadioGroup
      legend={text('modeLegend')}
      choices={[
        { value: 'except', label: text('modeExcept') },
        { value: 'only', label: text('modeOnly') },
      ]}
      chosen={mode}
      onChoose={onChoose}
    />
  );
}
