import { fieldNameOf, objectNameOf } from './row-names.ts';
import type { Column, RowTable } from '../../core/src/author/policy/row-tables.ts';

/** The class that tells Apex which object and which field each row and column is: tokens, so that a namespace changes nothing. */
export const rowTablesClass = 'SbxRowTables';

export function writeRowTablesClass(tables: readonly RowTable[]): string {
  return `// Written from core/src/author/policy/row-tables.ts by npm run compile.
// Never edited here: change the table and write it again.
/** The custom objects that hold a policy's rows, in the order in which a policy is written. */
public inherited sharing class ${rowTablesClass} {
  /** One kind of row with its object; columns in the order in which a policy is written. */
  public class RowTable {
    public System.String kind;
    public Schema.SObjectType objectType;
    public Schema.SObjectField position;
    public List<RowColumn> columns = new List<RowColumn>();

    private RowTable(System.String kind, Schema.SObjectType objectType, Schema.SObjectField position) {
      this.kind = kind;
      this.objectType = objectType;
      this.position = position;
    }

    private RowTable column(System.String column, System.String form, Schema.SObjectField field) {
      columns.add(new RowColumn(column, form, field));
      return this;
    }
  }

  /** One column; \`form\` is how its field keeps a value: text, whole or flag. */
  public class RowColumn {
    public System.String column;
    public System.String form;
    public Schema.SObjectField field;

    private RowColumn(System.String column, System.String form, Schema.SObjectField field) {
      this.column = column;
      this.form = form;
      this.field = field;
    }
  }

  /** Every kind of row. */
  public static List<RowTable> all() {
    return new List<RowTable>{
${tables.map(writeTable).join(',\n')}
    };
  }
}
`;
}

function writeTable(table: RowTable): string {
  const name = objectNameOf(table.kind);
  const columns = table.columns.map((each) => {
    const field = `${name}.${fieldNameOf(each.column)}`;
    return `        .column('${each.column}', '${formInApex(each)}', ${field})`;
  });
  return [`      new RowTable('${table.kind}', ${name}.SObjectType, ${name}.Position__c)`, ...columns].join('\n');
}

/** Keys, choices, words and lists are all kept as the text they are. */
function formInApex(column: Column): string {
  return column.form === 'whole' || column.form === 'flag' ? column.form : 'text';
}
