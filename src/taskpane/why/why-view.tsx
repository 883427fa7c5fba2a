import { SelectedCell } from '../selected-cell';

export const WhyView = () => <SelectedCell />;
