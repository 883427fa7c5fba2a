export const HEADER = ['Step', 'Formula', 'Value', 'Unit', 'Source'];
