import { sentenceFor } from '../workbook/excel/excel-batch';
import { announce } from './announcement';
import { showPane } from './view-request';

interface Said {
  readonly sentence: string;
  readonly failed?: boolean;
}

/**
 * The ribbon's commands and the keyboard's. Excel waits for `completed`, and greys its buttons out when it does not
 * come, so it comes whatever happened. What a command did is said in the pane.
 *
 * @param action nothing is said where it has nothing to say
 */
function associate(id: string, action: () => Promise<Said | void>): void {
  const run = async (event?: Office.AddinCommands.Event): Promise<void> => {
    try {
      const said = await action();
      if (said) announce({ sentence: said.sentence, failed: said.failed ?? false });
    } catch (fault) {
      announce({ sentence: sentenceFor(fault), failed: true });
    } finally {
      // A shortcut on its way through some versions of Excel brings no event.
      event?.completed();
    }
  };
  // Office waits for no promise, and `run` lets no failure out.
  Office.actions.associate(id, (event?: Office.AddinCommands.Event) => void run(event));
}

/** What writes sheets is fetched when it is first asked for, so that it delays no cell. */
async function refresh(): Promise<Said> {
  const { refreshModel } = await import(
    /* webpackChunkName: "model-sheets" */ '../workbook/model-sheets/write/refresh-model'
  );
  const outcome = await refreshModel();
  // The pane shows the sentence, and asks about cells that a person changed.
  await showPane('model');
  return { sentence: outcome.sentence, failed: outcome.kind !== 'done' };
}

async function checkSharing(): Promise<Said> {
  const { shareCheck } = await import(
    /* webpackChunkName: "share-check" */ '../workbook/share-check/share-check'
  );
  const said = await shareCheck();
  await showPane('share');
  return said;
}

async function insertSample(): Promise<Said> {
  const sample = await import(/* webpackChunkName: "sample" */ '../workbook/sample/insert-sample');
  return sample.insertSample();
}

associate('showMeterbook', () => showPane('model'));
associate('newModel', () => showPane('start'));
associate('refreshModel', refresh);
associate('explainCell', () => showPane('why'));
associate('checkSharing', checkSharing);
associate('insertSample', insertSample);
