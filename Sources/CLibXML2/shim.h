#pragma once

// Debian's libxml2 can convert with ICU and its headers then take in ICU's own, which clash with the copy of ICU that
// Foundation brings along. Nothing of it is used here, so it is switched off before the other headers see it.
#include <libxml/xmlversion.h>
#undef LIBXML_ICU_ENABLED

#include <string.h>
#include <libxml/HTMLparser.h>
#include <libxml/HTMLtree.h>
#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
#include <libxml/xmlwriter.h>

/// `xmlFree` is a global variable that holds a function, which Swift takes for shared mutable state.
static inline void frontis_xml_free(void *memory) { xmlFree(memory); }

/// What is wrong with an XML text, and where: line and column from 1, 0 where libxml2 does not say.
typedef struct {
    int line;
    int column;
    char message[512];
} frontis_xml_error;

#if LIBXML_VERSION >= 21200
static inline void frontis_xml_keep_first(void *data, const xmlError *error)
#else
static inline void frontis_xml_keep_first(void *data, xmlError *error)
#endif
{
    xmlParserCtxtPtr context = (xmlParserCtxtPtr)data;
    frontis_xml_error *first = context ? (frontis_xml_error *)context->_private : NULL;
    if (first == NULL || error == NULL || error->level < XML_ERR_ERROR || first->message[0] != 0) return;
    first->line = error->line;
    first->column = error->int2;
    const char *message = error->message ? error->message : "not well-formed";
    strncpy(first->message, message, sizeof(first->message) - 1);
}

/// Reads a document strictly: no network, no external entities, no entities put in. The first error is what
/// people want to see, but a parser keeps only its last one, and a handler that Swift could write is called with
/// another signature from libxml2 2.12 on. The handler belongs to this one parser, so threads do not meet.
static inline xmlDocPtr frontis_xml_read(const char *bytes, int length, frontis_xml_error *first) {
    memset(first, 0, sizeof(*first));
    xmlParserCtxtPtr context = xmlNewParserCtxt();
    if (context == NULL) return NULL;
    context->_private = first;
    context->sax->serror = frontis_xml_keep_first;
    xmlDocPtr document = xmlCtxtReadMemory(
        context, bytes, length, NULL, "UTF-8", XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
    xmlFreeParserCtxt(context);
    return document;
}
