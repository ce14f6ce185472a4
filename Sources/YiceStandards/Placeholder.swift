package import YiceStore

package enum ProfileCatalog { package static func installDefault(_ w: RevisionWriter) throws {} }
