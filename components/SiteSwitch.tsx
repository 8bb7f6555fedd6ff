/** Turns Bedside on or off for one site. */
import { Switch } from './Switch.tsx';
import { siteName } from './site-name.ts';
import { useTexts } from './texts.ts';

type SiteSwitchProps = { site: string; on: boolean; onSwitch: (on: boolean) => void };

export function SiteSwitch({ site, on, onSwitch }: SiteSwitchProps) {
  const text = useTexts();
  return <Switch label={text('siteSwitch', siteName(text, site))} on={on} onSwitch={onSwitch} />;
}
