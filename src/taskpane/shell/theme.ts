import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import { useSyncExternalStore } from 'react';

/** Sixteen shades of the icon's green, dark to light. */
const GREEN: BrandVariants = {
  10: '#020604',
  20: '#0A1D16',
  30: '#0B3025',
  40: '#0A3D2F',
  50: '#0B4B39',
  60: '#0D5A44',
  70: '#0F6B4F',
  80: '#137A5B',
  90: '#2C8A6B',
  100: '#469A7C',
  110: '#5EAA8E',
  120: '#77BAA0',
  130: '#90CAB3',
  140: '#AADAC6',
  150: '#C5E9DA',
  160: '#E0F7ED',
};

const light: Theme = createLightTheme(GREEN);
const dark: Theme = {
  ...createDarkTheme(GREEN),
  // The generated dark theme takes shades that are too dark for text on its own background.
  colorBrandForeground1: GREEN[120],
  colorBrandForeground2: GREEN[130],
  colorBrandForegroundLink: GREEN[120],
  colorBrandForegroundLinkHover: GREEN[130],
  colorBrandForegroundLinkPressed: GREEN[110],
  colorBrandForegroundLinkSelected: GREEN[120],
};

const DARK = '(prefers-color-scheme: dark)';

/** Excel on the web does not say which theme it shows; it follows what the person chose for the whole system. */
export function useSystemTheme(): { theme: Theme; scheme: 'light' | 'dark' } {
  const isDark = useSyncExternalStore(
    (changed) => {
      const query = matchMedia(DARK);
      query.addEventListener('change', changed);
      return () => query.removeEventListener('change', changed);
    },
    () => matchMedia(DARK).matches,
  );
  return isDark ? { theme: dark, scheme: 'dark' } : { theme: light, scheme: 'light' };
}
