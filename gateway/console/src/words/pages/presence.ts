import en from "../en/pages/presence.json";
import nl from "../nl/pages/presence.json";
import { addWords } from "../pageWords";

addWords("presence", nl, en);
