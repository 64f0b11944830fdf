import { messages as english } from '@/messages/en';

export type Messages = typeof english;

/** What a language has of the messages: some may not be translated yet. */
export type Translation<Tree = Messages> = {
  [Key in keyof Tree]?: Tree[Key] extends string ? string : Translation<Tree[Key]>;
};

type MessageTree = { [key: string]: string | MessageTree };

function filledFrom(full: MessageTree, own: MessageTree): MessageTree {
  const fill = ([key, text]: [string, string | MessageTree]) => {
    const mine = Object.hasOwn(own, key) ? own[key] : undefined;
    if (typeof text === 'string') return [key, typeof mine === 'string' ? mine : text] as const;
    return [key, filledFrom(text, typeof mine === 'object' ? mine : {})] as const;
  };
  return Object.fromEntries(Object.entries(full).map(fill));
}

/** All messages: the language's own, and English where it has none. */
export function completeMessages(translation: Translation | null): Messages {
  if (!translation) return english;
  return filledFrom(english, translation as MessageTree) as Messages;
}
