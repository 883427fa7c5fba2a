import { FunctionList } from './function-list';

export const InsertView = () => <FunctionList content="blank" />;
