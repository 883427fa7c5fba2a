/** The file cannot be opened; the message is a sentence for a person: what it is, and what to do. */
export class UnreadableFile extends Error {}
