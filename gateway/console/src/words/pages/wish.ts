import en from "../en/pages/wish.json";
import nl from "../nl/pages/wish.json";
import { addWords } from "../pageWords";

addWords("wish", nl, en);
