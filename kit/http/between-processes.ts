/** Headers between processes: what code must know and a browser need not. */

/** Names the headers the answering feature chose, so that they are told from those of the transport. */
export const REPLY_HEADERS = 'souk-reply-headers'
/** Nothing was decided: something was thrown, or who asks is no caller of the fleet. Without it a problem is the answer. */
export const FAULT = 'souk-fault'
/** Turned away before any work was done: whoever asked may ask elsewhere, whatever it asked for. */
export const NOT_BEGUN = 'souk-not-begun'
/** On requests: milliseconds within which the answer is waited for; a length of time, as clocks differ. */
export const TIMEOUT = 'souk-timeout'
/** On requests: who asks, signed. */
export const IDENTITY = 'souk-identity'
/** On requests: the content type of an upload; as the type of the body it would decide how that is parsed. */
export const UPLOAD_TYPE = 'souk-upload-type'
