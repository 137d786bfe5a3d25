import type { BuiltinType, Members } from '../define.ts';
import { ApexJsonGenerator } from './apex-json-generator.ts';

function writeValue(generator: ApexJsonGenerator, value: unknown): void {
  generator.value(value);
}

function writeField(generator: ApexJsonGenerator, name: string | null, value: unknown): void {
  generator.name(name);
  generator.value(value);
}

/** What is written looks like its value, whatever the method is called: only their signatures differ. */
const valueMethods: Members = {
  'void writeBlob(Blob blobValue)': writeValue,
  'void writeBoolean(Boolean blobValue)': writeValue,
  'void writeDate(Date dateValue)': writeValue,
  'void writeDateTime(Datetime datetimeValue)': writeValue,
  'void writeId(Id identifier)': writeValue,
  'void writeNumber(Decimal numberValue)': writeValue,
  'void writeNumber(Double numberValue)': writeValue,
  'void writeNumber(Integer numberValue)': writeValue,
  'void writeNumber(Long numberValue)': writeValue,
  'void writeObject(Object anyObject)': writeValue,
  'void writeString(String stringValue)': writeValue,
  'void writeTime(Time timeValue)': writeValue,
};

const fieldMethods: Members = {
  'void writeBlobField(String fieldName, Blob blobValue)': writeField,
  'void writeBooleanField(String fieldName, Boolean booleanValue)': writeField,
  'void writeDateField(String fieldName, Date dateValue)': writeField,
  'void writeDateTimeField(String fieldName, Datetime datetimeValue)': writeField,
  'void writeIdField(String fieldName, Id identifier)': writeField,
  'void writeNumberField(String fieldName, Decimal numberValue)': writeField,
  'void writeNumberField(String fieldName, Double numberValue)': writeField,
  'void writeNumberField(String fieldName, Integer numberValue)': writeField,
  'void writeNumberField(String fieldName, Long numberValue)': writeField,
  'void writeObjectField(String fieldName, Object value)': writeField,
  'void writeStringField(String fieldName, String stringValue)': writeField,
  'void writeTimeField(String fieldName, Time timeValue)': writeField,
};

export const jsonGeneratorType: BuiltinType = {
  name: 'System.JSONGenerator',
  kind: 'class',
  valueClass: ApexJsonGenerator,
  methods: {
    ...valueMethods,
    ...fieldMethods,
    'void close()': (generator: ApexJsonGenerator) => {
      generator.close();
    },
    'String getAsString()': (generator: ApexJsonGenerator) => generator.result(),
    'Boolean isClosed()': (generator: ApexJsonGenerator) => generator.isClosed,
    'void writeEndArray()': (generator: ApexJsonGenerator) => {
      generator.end('[');
    },
    'void writeEndObject()': (generator: ApexJsonGenerator) => {
      generator.end('{');
    },
    'void writeFieldName(String fieldName)': (generator: ApexJsonGenerator, name: string | null) => {
      generator.name(name);
    },
    'void writeNull()': (generator: ApexJsonGenerator) => {
      generator.value(null);
    },
    'void writeNullField(String fieldName)': (generator: ApexJsonGenerator, name: string | null) => {
      writeField(generator, name, null);
    },
    'void writeStartArray()': (generator: ApexJsonGenerator) => {
      generator.start('[');
    },
    'void writeStartObject()': (generator: ApexJsonGenerator) => {
      generator.start('{');
    },
  },
};
