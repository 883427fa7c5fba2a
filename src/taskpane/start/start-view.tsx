import { Button, Spinner, Subtitle2 } from '@fluentui/react-components';
import { TableAddRegular } from '@fluentui/react-icons';
import { insertSample } from '../../workbook/sample/insert-sample';
import { useAction } from '../action';

export function StartView() {
  const { isRunning, run } = useAction(insertSample);
  return (
    <section aria-labelledby="start">
      <Subtitle2 as="h2" id="start">
        Start with real figures
      </Subtitle2>
      <Button
        appearance="primary"
        icon={isRunning ? <Spinner size="tiny" /> : <TableAddRegular />}
        disabledFocusable={isRunning}
        onClick={() => run()}
      >
        Insert sample
      </Button>
    </section>
  );
}
