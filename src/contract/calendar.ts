export * from '../calc/calendar';
