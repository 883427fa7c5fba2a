import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  Skeleton,
  SkeletonItem,
} from '@fluentui/react-components';
import { useEffect, useState, type ComponentType } from 'react';
import type { View } from './views';

type Loading =
  | { readonly state: 'loading' }
  | { readonly state: 'failed' }
  | { readonly state: 'loaded'; readonly component: ComponentType };

/** A view whose code comes when it is first shown; a connection that failed can be tried again. */
export function LoadedView({ view }: { view: View }) {
  const [attempt, setAttempt] = useState(0);
  const loading = useLoading(view, attempt);
  if (loading.state === 'loaded') {
    const Loaded = loading.component;
    return <Loaded />;
  }
  if (loading.state === 'loading') {
    return (
      <Skeleton aria-label={`Loading ${view.label}`}>
        <SkeletonItem size={32} />
      </Skeleton>
    );
  }
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        The view {view.label} could not be fetched: check the connection. The functions work without it.
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={() => setAttempt(attempt + 1)}>Try again</Button>
      </MessageBarActions>
    </MessageBar>
  );
}

function useLoading(view: View, attempt: number): Loading {
  const [loading, setLoading] = useState<Loading>({ state: 'loading' });
  useEffect(() => {
    let isCurrent = true;
    const settle = (settled: Loading) => {
      if (isCurrent) setLoading(settled);
    };
    view.load().then(
      (component) => settle({ state: 'loaded', component }),
      () => settle({ state: 'failed' }),
    );
    return () => {
      isCurrent = false;
    };
  }, [view, attempt]);
  return loading;
}
