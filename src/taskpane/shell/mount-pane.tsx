import { FluentProvider } from '@fluentui/react-components';
import { createRoot } from 'react-dom/client';
import { FailureBoundary } from './failure-boundary';
import { Pane } from './pane';
import { useSystemTheme } from './theme';

export function mountPane(root: HTMLElement): void {
  createRoot(root).render(<ThemedPane />);
}

function ThemedPane() {
  const { theme, scheme } = useSystemTheme();
  return (
    <FluentProvider theme={theme} style={{ minHeight: '100vh', colorScheme: scheme }}>
      <FailureBoundary>
        <Pane />
      </FailureBoundary>
    </FluentProvider>
  );
}
