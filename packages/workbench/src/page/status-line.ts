import { element, part } from './part';

export interface UnknownMember {
  readonly name: string;
  readonly count: number;
}

const WHAT = "Workbench: Microsoft's office.js on a grid that is not Excel";
/** Shorter waits are not shown: a state that flashes reads as trouble. */
const SHOW_AFTER_MILLISECONDS = 150;

export const showState = (text: string) => {
  part('state').textContent = text;
};

/** Says what the page is, for whoever takes it for Excel. */
export function showWhatThisIs(): void {
  part('what').textContent = WHAT;
}

/** Shows "Calculating" while functions are under way and "Ready" otherwise. */
export function watchCalculation(changed: (tell: () => void) => void, idle: () => Promise<unknown>): void {
  let watching = false;
  changed(() => {
    if (watching) return;
    watching = true;
    const timer = setTimeout(() => showState('Calculating …'), SHOW_AFTER_MILLISECONDS);
    void idle().finally(() => {
      clearTimeout(timer);
      watching = false;
      showState('Ready');
    });
  });
}

const describe = (members: readonly UnknownMember[]) =>
  members.length === 1
    ? '1 member that the workbench does not know'
    : `${members.length} members that the workbench does not know`;

/** Nothing at all while everything the add-in asked for is known; else how many were not, and on a click which. */
export function showUnknown(members: readonly UnknownMember[]): void {
  const button = part('unknown');
  button.hidden = members.length === 0;
  button.textContent = describe(members);
  part('unknown-list').replaceChildren(
    element('p', '', 'The add-in asked for these, and got the error ApiNotFound:'),
    element(
      'ul',
      '',
      ...members.map(({ name, count }) =>
        element('li', '', element('code', '', name), count > 1 ? ` ${count} times` : ''),
      ),
    ),
  );
}

export function makeUnknownListOpen(): void {
  const button = part('unknown');
  const list = part('unknown-list');
  const show = (open: boolean) => {
    list.hidden = !open;
    button.setAttribute('aria-expanded', String(open));
  };
  button.addEventListener('click', () => show(list.hidden === true));
  document.addEventListener('keydown', ({ key }) => {
    if (key === 'Escape') show(false);
  });
  document.addEventListener('pointerdown', ({ target }) => {
    if (target instanceof Node && !list.contains(target) && target !== button) show(false);
  });
}
