import { User } from "oidc-client-ts";
import { sessionChannel, type SessionMessage } from "./channel";
import type { SignIn } from "./moments";

const answerLimit = 250; // milliseconds; another window answers within a few

interface Hears {
  signIn: (signIn: SignIn) => void;
  signOut: () => void;
}

/** Windows of one browser share a sign-in: who renews tells the others, who opens asks them, who signs out does it for all. */
export class Windows {
  private readonly channel = sessionChannel();

  constructor(private readonly current: () => SignIn | undefined, hears: Hears) {
    this.channel.onmessage = ({ data }: MessageEvent<SessionMessage>) => {
      switch (data.kind) {
        case "user":
          hears.signIn({ user: User.fromStorageString(data.user), since: data.since });
          break;
        case "out":
          hears.signOut();
          break;
        case "who":
          this.tell();
      }
    };
  }

  tell(): void {
    const signIn = this.current();
    if (signIn) this.say({ kind: "user", user: signIn.user.toStorageString(), since: signIn.since });
  }

  tellSignOut(): void {
    this.say({ kind: "out" });
  }

  /** Asks the other windows; answers come as sign-ins. */
  async ask(): Promise<void> {
    this.say({ kind: "who" });
    await new Promise((resolve) => setTimeout(resolve, answerLimit));
  }

  private say(message: SessionMessage): void {
    this.channel.postMessage(message);
  }
}
