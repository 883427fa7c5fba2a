import { Button, Caption1, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { TableAddRegular } from '@fluentui/react-icons';
import type { ComparisonContent } from '../../workbook/comparison-sheet/write-comparison';
import { useComparisonSheet } from './use-comparison-sheet';
import { useLook } from '../parts/look';

/** @param content undefined while it is being computed */
export function WriteToSheet({ content }: { content: Omit<ComparisonContent, 'now'> | undefined }) {
  const look = useLook();
  const sheet = useComparisonSheet();
  return (
    <section className={look.part} aria-label="Write to sheet">
      <Button
        className={look.narrow}
        icon={<TableAddRegular />}
        disabledFocusable={content === undefined || sheet.isRunning}
        onClick={() => content && sheet.write(content)}
      >
        Write to sheet
      </Button>
      <Caption1 block className={look.quiet}>
        All figures as formulas over the Terms, and the bridge with a chart as it stands now, on a sheet of
        their own.
      </Caption1>
      <div role="status">
        {sheet.question !== undefined && (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>
              {sheet.question} Replacing puts the comparison back and what you changed inside it goes.
            </MessageBarBody>
            <MessageBarActions>
              <Button onClick={sheet.replace}>Replace</Button>
              <Button onClick={sheet.keep}>Keep my changes</Button>
            </MessageBarActions>
          </MessageBar>
        )}
      </div>
    </section>
  );
}
