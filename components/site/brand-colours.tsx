/** The company's colours, where they are not those that our pages have anyway; `href` is where they are as a style sheet. */
export function BrandColours({ href }: { href: string | null }) {
  // A sheet of its own and no style element: that would need the nonce of a page the visitor may have left since.
  return href && <link rel="stylesheet" href={href} precedence="brand" />;
}
