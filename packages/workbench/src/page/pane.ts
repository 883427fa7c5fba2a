import { loadFrame, Messages, type PaneHost } from './frame';
import { element, part } from './part';

const NARROWEST = 320;
const WIDEST = 400;
const STEP = 16;

/** The add-in's frame at the right. Its runtime lives as long as the page: closing hides it, never unloads it. */
export class Pane {
  private readonly frame = element('iframe', 'wb-frame');
  private messages: Messages | undefined;
  private readonly whenToggled = new Set<(open: boolean) => void>();

  constructor(title: string) {
    part('pane-title').textContent = title;
    this.frame.title = title;
    part('pane-close').addEventListener('click', () => this.show(false));
    this.makeResizable();
  }

  get open(): boolean {
    return !document.body.classList.contains('wb-pane-closed');
  }

  show(open: boolean): void {
    if (open === this.open) return;
    document.body.classList.toggle('wb-pane-closed', !open);
    for (const tell of this.whenToggled) tell(open);
  }

  /** Gives the keyboard to the add-in's page. */
  focus(): void {
    this.frame.focus();
  }

  onToggled(tell: (open: boolean) => void): void {
    this.whenToggled.add(tell);
    tell(this.open);
  }

  /** Loads the add-in's page, and lets it talk with the host, which takes the place of the one before. */
  load(url: string, host: PaneHost): void {
    this.messages ??= new Messages(this.frame, new URL(url).origin);
    this.messages.connect(host);
    this.reload(url, host);
  }

  /** Loads the page anew. */
  reload(url: string, host: PaneHost): void {
    loadFrame(this.frame, url, host);
    part('pane-body').replaceChildren(this.frame);
  }

  /** Says in the pane's place why the add-in is not there. */
  explain(...sentences: (Node | string)[]): void {
    part('pane-body').replaceChildren(element('div', 'wb-pane-notice', ...sentences));
  }

  private makeResizable(): void {
    const divider = part('divider');
    const resize = (width: number) => {
      const bounded = Math.min(WIDEST, Math.max(NARROWEST, Math.round(width)));
      document.body.style.setProperty('--pane-width', `${bounded}px`);
      divider.setAttribute('aria-valuenow', String(bounded));
    };
    divider.setAttribute('aria-valuemin', String(NARROWEST));
    divider.setAttribute('aria-valuemax', String(WIDEST));
    resize(NARROWEST + 2 * STEP);
    divider.addEventListener('pointerdown', (start) => {
      divider.setPointerCapture(start.pointerId);
      document.body.classList.add('wb-resizing');
    });
    divider.addEventListener('pointermove', (move) => {
      if (divider.hasPointerCapture(move.pointerId)) resize(window.innerWidth - move.clientX);
    });
    divider.addEventListener('lostpointercapture', () => document.body.classList.remove('wb-resizing'));
    divider.addEventListener('keydown', (event) => {
      const step = { ArrowLeft: STEP, ArrowRight: -STEP }[event.key];
      if (step !== undefined) resize(part('pane').offsetWidth + step);
    });
  }
}
