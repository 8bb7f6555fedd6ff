/** Something that is on or off. */
type SwitchProps = { label: string; on: boolean; onSwitch: (on: boolean) => void };

export function Switch({ label, on, onSwitch }: SwitchProps) {
  return (
    <button type="button" class="switch" role="switch" aria-checked={on} onClick={() => onSwitch(!on)}>
      <span>{label}</span>
      <span class="switch-track" aria-hidden="true" />
    </button>
  );
}
