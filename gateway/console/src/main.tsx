import { StrictMode } from "react";
import { createRoot } from "react-dom/client";
import { applyTokens, readConfiguration, type Configuration } from "./configuration/configuration";
import "./look/base.css";
import { startTheme } from "./look/theme";
import "./look/tokens.css";
import { providerOf } from "./session/provider";
import { Session } from "./session/session";
import { App } from "./shell/App";
import { Unreachable } from "./shell/alone/Unreachable";
import { startWords } from "./words/words";

const place = document.getElementById("root");
if (!place) throw new Error("index.html has no #root.");
const root = createRoot(place);

startTheme();
await startWords();
const configuration = await readConfiguration().catch(() => undefined);
if (configuration) await open(configuration);
else root.render(<Unreachable />);

async function open(settings: Configuration): Promise<void> {
  applyTokens(settings);
  const session = new Session(providerOf(settings));
  root.render(<StrictMode><App session={session} configuration={settings} /></StrictMode>);
  await session.start();
}
