export const LeversView = () => null;
