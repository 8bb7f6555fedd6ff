/** The keyboard shortcuts as they are set in this browser. */
import { type TextKey, useTexts } from './texts.ts';

/** As the browser lists them. */
export type Shortcut = { name?: string; shortcut?: string };

const commands: readonly (readonly [name: string, key: TextKey])[] = [
  ['next', 'commandNext'],
  ['previous', 'commandPrevious'],
  ['define', 'commandDefine'],
  ['_execute_action', 'commandOpen'],
  ['switch', 'commandSwitch'],
];

export function Shortcuts({ shortcuts }: { shortcuts: readonly Shortcut[] }) {
  const text = useTexts();
  const keysOf = (name: string) => shortcuts.find((shortcut) => shortcut.name === name)?.shortcut;
  return (
    <dl class="shortcuts">
      {commands.map(([name, key]) => {
        const keys = keysOf(name);
        return (
          <div key={name} class="shortcut">
            <dt>{text(key)}</dt>
            <dd>{keys ? <kbd>{keys}</kbd> : <span class="quiet">{text('shortcutNone')}</span>}</dd>
          </div>
        );
      })}
    </dl>
  );
}
