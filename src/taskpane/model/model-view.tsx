import { useModel } from '../model-session';

export function ModelView() {
  const model = useModel();
  if (model.state === 'no model' || model.state === 'failed') return <p>{model.sentence}</p>;
  return <p>{model.state === 'ready' ? (model.table.scenarios[model.scenario] ?? '') : model.state}</p>;
}
