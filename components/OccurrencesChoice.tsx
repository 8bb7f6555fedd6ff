/** How often a word that comes up several times is marked. */
import type { Occurrences } from '../content/settings.ts';
import { RadioGroup } from './RadioGroup.tsx';
import { useTexts } from './texts.ts';

type OccurrencesChoiceProps = { occurrences: Occurrences; onChoose: (occurrences: Occurrences) => void };

export function OccurrencesChoice({ occurrences, onChoose }: OccurrencesChoiceProps) {
  const text = useTexts();
  return (
    <RadioGroup
      legend={text('occurrencesLegend')}
      choices={[
        { value: 'every', label: text('occurrencesEvery'), about: text('occurrencesEveryAbout') },
        { value: 'section', label: text('occurrencesSection'), about: text('occurrencesSectionAbout') },
        { value: 'page', label: text('occurrencesPage'), about: text('occurrencesPageAbout') },
      ]}
      chosen={occurrences}
      onChoose={onChoose}
    />
  );
}
