import type { DocumentedFunction } from '../../src/functions/catalogue/documentation';
import { folderOfId } from '../../src/functions/catalogue/registry-source';

/** Excel's formula builder cuts longer texts off. */
const LONGEST = 255;

/** What is wrong with the texts of a function, each as a sentence that says where and what to do. */
export function textProblems(documented: DocumentedFunction): string[] {
  const { id, parameters, result, summary, question, source, since, equation, edges } = documented;
  const problems: string[] = [];
  const require = (isGood: boolean, problem: string): void => {
    if (!isGood) problems.push(`${id}: ${problem}`);
  };
  const length = (what: string, text: string, least: number, most = Infinity): void => {
    require(text.length >= least, `${what} has ${text.length} characters, fewer than ${least}: say more.`);
    require(text.length <=
      most, `${what} has ${text.length} characters, of which Excel shows ${most}: shorten it.`);
  };

  length('summary', summary, 60, LONGEST);
  length('question', question, 40);
  length('source', source, 30);
  require(/^\d+\.\d+\.\d+$/.test(since), `since is "${since}": it must be a version, such as 0.2.0.`);
  require(equation.length > 0, 'equation is empty: state the rule.');
  require(edges.length > 0, 'edges is empty: say what happens at zero, on equal dates, at the bounds.');
  require(result.text.length > 0, 'result is empty: say what the cell shows.');

  for (const { name, text, unit, optional, rule } of parameters) {
    require(/^[a-z][a-z_]*$/.test(
      name,
    ), `the argument ${name} has a name in another style: lower case, with underscores.`);
    length(`the text of ${name}`, text, 15, LONGEST);
    length(`the unit of ${name}`, unit, 3);
    require(!optional ||
      rule.type === 'options' ||
      text.includes(
        'If omitted',
      ), `the text of ${name} does not say what holds where it is left out: add "If omitted, …".`);
    for (const option of rule.type === 'options' ? rule.options : []) {
      length(`the text of the option ${option.name}`, option.text, 15);
      length(`the unit of the option ${option.name}`, option.unit, 3);
    }
  }
  return problems.map((problem) => `${problem} (src/functions/${folderOfId(id)})`);
}
