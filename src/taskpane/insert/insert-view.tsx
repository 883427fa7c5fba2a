import { useState } from 'react';
import { documentation, type DocumentedFunction } from '../../functions/catalogue/documentation';
import { FunctionForm } from './function-form';
import { FunctionPicker } from './function-picker';

/** Writes a function into a cell, argument by argument. */
export function InsertView() {
  const [chosen, setChosen] = useState<DocumentedFunction>();
  const [last, setLast] = useState<string>();
  return chosen ? (
    <FunctionForm key={chosen.id} documented={chosen} onBack={() => setChosen(undefined)} />
  ) : (
    <FunctionPicker
      functions={documentation}
      last={last}
      onChoose={(each) => {
        setLast(each.id);
        setChosen(each);
      }}
    />
  );
}
