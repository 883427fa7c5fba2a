import type { AddinManifest, RibbonButton, RibbonGroup } from '../manifest';
import { element, part } from './part';

const ICON_SIZE = 32;

/** The smallest icon that is at least this large, since shrinking looks better than stretching. */
function iconAddress(button: RibbonButton, pixels: number): string {
  const sizes = [...button.icons.keys()].sort((a, b) => a - b);
  const size = sizes.find((candidate) => candidate >= pixels) ?? sizes.at(-1);
  return (size !== undefined && button.icons.get(size)) || '';
}

function drawButton(button: RibbonButton, press: (button: RibbonButton) => void): HTMLElement {
  const icon = element('img', 'wb-button-icon');
  icon.alt = '';
  icon.width = ICON_SIZE;
  icon.height = ICON_SIZE;
  // Icons come from the add-in's origin, which does not answer while its certificate is distrusted.
  icon.addEventListener('error', () => icon.classList.add('wb-missing'));
  icon.src = iconAddress(button, ICON_SIZE * window.devicePixelRatio);
  const drawn = element('button', 'wb-button', icon, element('span', 'wb-button-label', button.label));
  drawn.type = 'button';
  drawn.dataset['control'] = button.id;
  drawn.title = button.title === button.label ? button.description : `${button.title}\n${button.description}`;
  drawn.addEventListener('click', () => press(button));
  return drawn;
}

function drawGroup(group: RibbonGroup, press: (button: RibbonButton) => void): HTMLElement {
  const buttons = group.buttons.map((button) => drawButton(button, press));
  const drawn = element(
    'div',
    'wb-group',
    element('div', 'wb-group-buttons', ...buttons),
    element('div', 'wb-group-label', group.label),
  );
  drawn.setAttribute('role', 'group');
  drawn.setAttribute('aria-label', group.label);
  drawn.dataset['group'] = group.id;
  return drawn;
}

/** Draws the manifest's groups and, beside them, what Excel shows once when an add-in is new. */
export function drawRibbon(manifest: AddinManifest, press: (button: RibbonButton) => void): void {
  const groups = part('groups');
  groups.replaceChildren(...manifest.groups.map((group) => drawGroup(group, press)));
  if (!manifest.welcome) return;
  groups.append(
    element(
      'div',
      'wb-welcome',
      element('strong', '', manifest.welcome.title),
      element('span', '', manifest.welcome.text),
    ),
  );
}

/** Shows on the ribbon whether the pane is open. */
export function markPressed(controlId: string, pressed: boolean): void {
  document.querySelector(`[data-control="${controlId}"]`)?.setAttribute('aria-pressed', String(pressed));
}

/** What an add-in may change of a control while it runs; what it leaves out stays. */
export interface ControlUpdate {
  readonly controlId: string;
  readonly enabled?: boolean;
  readonly visible?: boolean;
}

export function updateControl({ controlId, enabled, visible }: ControlUpdate): void {
  const drawn = document.querySelector<HTMLButtonElement>(`[data-control="${controlId}"]`);
  if (!drawn) return;
  if (enabled !== undefined) drawn.disabled = !enabled;
  if (visible !== undefined) drawn.hidden = !visible;
}
