export const CompareView = () => null;
