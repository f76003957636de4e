import type { Client } from "@connectrpc/connect";
import { failureOf, type Failure } from "../contracts/failure";
import { SettingSource, type Setting } from "../generated/handhaving/access/v1/operations_pb";
import type { SettingService } from "../generated/handhaving/dispatch/v1/setting_service_pb";
import { Store } from "../time/store";

export interface SettingsState {
  settings: readonly Setting[];
  phase: "reading" | "read" | "failed";
  /** By this machine's clock, in milliseconds since 1970; 0 = never. */
  readAt: number;
  failure: Failure | undefined;
}

const rows = 1_000;

/** Settings of one municipality or team with the values that hold now. */
export class Settings extends Store<SettingsState> {
  private owner = "";

  constructor(private readonly client: Pick<Client<typeof SettingService>, "listSettings">) {
    super({ settings: [], phase: "reading", readAt: 0, failure: undefined });
  }

  async read(owner: string): Promise<void> {
    this.set({ ...(owner === this.owner ? this.state : { settings: [], readAt: 0 }), phase: "reading", failure: undefined });
    this.owner = owner;
    try {
      const settings: Setting[] = [];
      let pageToken = "";
      do {
        const page = await this.client.listSettings({ parent: owner, pageSize: rows, pageToken });
        if (owner !== this.owner) return;
        settings.push(...page.settings);
        pageToken = page.nextPageToken;
      } while (pageToken !== "");
      this.set({ settings, phase: "read", readAt: Date.now(), failure: undefined });
    } catch (error) {
      if (owner === this.owner) this.set({ ...this.state, phase: "failed", failure: failureOf(error) });
    }
  }
}

/** Key of a setting: the last part of its name. */
export function keyOf({ name }: Pick<Setting, "name">): string {
  return name.split("/").at(-1) ?? name;
}

/** Settings whose key or meaning has each of the words. */
export function found(settings: readonly Setting[], words: string): readonly Setting[] {
  const wanted = words.toLowerCase().split(/\s+/).filter((word) => word !== "");
  return settings.filter((setting) => wanted.every((word) => `${keyOf(setting)} ${setting.description}`.toLowerCase().includes(word)));
}

/** Whether the owner decided something that does not hold yet: its last version is another than that of the value. */
export function isComing({ etag, version, source }: Setting, owner: string): boolean {
  const isOwn = source === (owner.startsWith("teams/") ? SettingSource.TEAM : SettingSource.MUNICIPALITY);
  return Number(etag.replaceAll('"', "")) > (isOwn ? Number(version) : 0);
}
