import about from '../../../package.json';
import { defineFunction } from '../framework/define';

const { version: number } = about;

export const version = defineFunction({
  id: 'VERSION',
  parameters: {},
  result: { matrix: false, isText: true, unit: 'text', format: '@' },
  body: () => number,
});
