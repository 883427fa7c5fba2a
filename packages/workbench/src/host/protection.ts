import {
  PROTECTION_OPTIONS,
  type Protection,
  type ProtectionOption,
  type ProtectionOptions,
} from '../book/protection';
import { invalidArgument, type HostObject } from '../interpreter/host-object';

export class WorksheetProtection implements HostObject {
  readonly $type = 'WorksheetProtection';

  constructor(
    private readonly protection: Protection,
    private readonly sheetId: string,
  ) {}

  get Protected(): boolean {
    return this.protection.of(this.sheetId) !== undefined;
  }

  /** What the protected sheet allows; null where the sheet is not protected. */
  get Options(): ProtectionOptions | null {
    return this.protection.of(this.sheetId)?.options ?? null;
  }

  get IsPasswordProtected(): boolean {
    return this.protection.of(this.sheetId)?.password !== undefined;
  }

  Protect(options?: Partial<ProtectionOptions>, password?: string): void {
    for (const name of Object.keys(options ?? {})) {
      if (name !== 'selectionMode' && !Object.hasOwn(PROTECTION_OPTIONS, name)) {
        throw invalidArgument(`"${name}" is not an option of sheet protection.`);
      }
    }
    const given = Object.entries(PROTECTION_OPTIONS).map(
      ([name, standard]) => [name, options?.[name as ProtectionOption] ?? standard] as const,
    );
    const all = Object.fromEntries(given) as Record<ProtectionOption, boolean>;
    this.protection.protect(
      this.sheetId,
      { ...all, selectionMode: options?.selectionMode ?? 'Normal' },
      password,
    );
  }

  Unprotect(password?: string): void {
    this.protection.unprotect(this.sheetId, password);
  }
}
