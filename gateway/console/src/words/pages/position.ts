import en from "../en/pages/position.json";
import nl from "../nl/pages/position.json";
import { addWords } from "../pageWords";

addWords("position", nl, en);
