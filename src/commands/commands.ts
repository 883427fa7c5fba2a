import { sentenceFor } from '../workbook/excel-batch';
import { insertSample } from '../workbook/sample/insert-sample';
import { announce } from './announcement';

/**
 * The ribbon's commands without a pane. Excel waits for `completed`, and greys its buttons out when it does not come, so
 * it comes whatever happened. What a command did is said in the pane, if it is open.
 */
function command(action: () => Promise<{ readonly sentence: string }>) {
  return async (event: Office.AddinCommands.Event): Promise<void> => {
    try {
      const { sentence } = await action();
      announce({ sentence, failed: false });
    } catch (fault) {
      announce({ sentence: sentenceFor(fault), failed: true });
    } finally {
      event.completed();
    }
  };
}

Office.actions.associate('insertSample', command(insertSample));
