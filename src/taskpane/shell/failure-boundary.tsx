import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { Component, type ReactNode } from 'react';

interface State {
  readonly fault: string | undefined;
}

/** Turns a fault of the pane itself into a sentence, with a way on. */
export class FailureBoundary extends Component<{ children: ReactNode }, State> {
  override state: State = { fault: undefined };

  static getDerivedStateFromError(fault: unknown): State {
    return { fault: fault instanceof Error ? fault.message : String(fault) };
  }

  override render(): ReactNode {
    const { fault } = this.state;
    if (fault === undefined) return this.props.children;
    return (
      <MessageBar intent="error" layout="multiline">
        <MessageBarBody>
          The pane met a fault of its own ({fault}). Your workbook and its functions are not affected.
        </MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => this.setState({ fault: undefined })}>Show the pane again</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
}
