import sanitizeHtml from 'sanitize-html'

const allowed: sanitizeHtml.IOptions = {
  allowedTags:
    'p br hr h2 h3 h4 h5 h6 strong b em i u s small sub sup span div blockquote pre code ul ol li dl dt dd table thead tbody tfoot tr th td caption a img figure figcaption'.split(
      ' ',
    ),
  allowedAttributes: { a: ['href', 'title'], img: ['src', 'alt', 'width', 'height'], th: ['scope'] },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: ['http', 'https'] },
  allowProtocolRelative: false,
  disallowedTagsMode: 'discard',
}

/** HTML with nothing in it that runs, loads from elsewhere than the web, or changes how the page looks. */
export const sanitised = (html: string): string => sanitizeHtml(html, allowed)
