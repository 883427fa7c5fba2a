export const HEADER = ['Check', 'Kind', 'Value', 'Expected', 'Difference', 'Pass', 'Where'];
