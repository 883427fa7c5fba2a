export const ScenariosView = () => null;
