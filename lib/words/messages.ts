import { messages as english } from '@/messages/en';

export type Messages = typeof english;

/** What a language has of the messages: some may not be translated yet. */
export type Translation<Tree = Messages> = {
  [Key in keyof Tree]?: Tree[Key] extends string ? string : Translation<Tree[Key]>;
};

/** A sentence as it is written, or as the bundler compiled it (scripts/compile-messages.mjs): a list of its parts. */
type Sentence = string | unknown[];
type MessageTree = { [key: string]: Sentence | MessageTree };

function isSentence(part: Sentence | MessageTree | undefined): part is Sentence {
  return typeof part === 'string' || Array.isArray(part);
}

function filledFrom(full: MessageTree, own: MessageTree): MessageTree {
  const fill = ([key, text]: [string, Sentence | MessageTree]) => {
    const mine = Object.hasOwn(own, key) ? own[key] : undefined;
    if (isSentence(text)) return [key, isSentence(mine) ? mine : text] as const;
    return [key, filledFrom(text, typeof mine === 'object' && !isSentence(mine) ? mine : {})] as const;
  };
  return Object.fromEntries(Object.entries(full).map(fill));
}

/** All messages: the language's own, and English where it has none. */
export function completeMessages(translation: Translation | null): Messages {
  if (!translation) return english;
  return filledFrom(english, translation as MessageTree) as Messages;
}
