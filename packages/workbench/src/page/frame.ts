export interface PaneHost {
  /** What the frame's `name` must be before the add-in's page loads in it; a new one for each load. */
  frameName(): string;
  connect(post: (message: string) => void): void;
  receive(message: string): void;
}

/** Carries messages between a frame with the add-in's page and its host of the moment; other senders are not heard. */
export class Messages {
  private host: PaneHost | undefined;

  constructor(
    private readonly frame: HTMLIFrameElement,
    private readonly origin: string,
  ) {
    window.addEventListener('message', ({ source, origin: sender, data }: MessageEvent<unknown>) => {
      const isOurs = source === frame.contentWindow && sender === origin;
      if (isOurs && typeof data === 'string') this.host?.receive(data);
    });
  }

  connect(host: PaneHost): void {
    this.host = host;
    host.connect((message) => {
      if (this.host === host) this.frame.contentWindow?.postMessage(message, this.origin);
    });
  }
}

/** Loads the page under a name of its own, as each load needs. The frame takes the name when it is put into the page. */
export function loadFrame(frame: HTMLIFrameElement, url: string, host: PaneHost): void {
  frame.name = host.frameName();
  frame.src = url;
}
